import { Controller, Get } from '@nestjs/common';
import { type CareResources, careQuery } from '@troupe/contracts/http/moderation';
import type { z } from 'zod';
import { Public } from '../../platform/auth/access.guard.ts';
import { ValidQuery } from '../../platform/validation/validate.ts';
import { findCare } from './domain/find-care.ts';

/** For everybody, signed in or not. */
@Public()
@Controller('care')
export class CareController {
  @Get('resources')
  resources(@ValidQuery(careQuery) query: z.output<typeof careQuery>): CareResources {
    return findCare(query.country, query.locale);
  }
}
