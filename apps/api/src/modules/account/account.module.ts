import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.ts';
import { CoinModule } from '../coin/index.ts';
import { AccountController } from './account.controller.ts';
import { AgeController } from './age.controller.ts';
import { ConfirmAdultService } from './confirm-adult.service.ts';
import { DescribePeopleService } from './describe-people.service.ts';
import { ReadMeService } from './read-me.service.ts';
import { WelcomeUserService } from './welcome-user.service.ts';

@Module({
  imports: [AuthModule, CoinModule],
  controllers: [AccountController, AgeController],
  providers: [ReadMeService, ConfirmAdultService, WelcomeUserService, DescribePeopleService],
})
export class AccountModule {}
