import { ECONOMY } from '@troupe/contracts/economy';
import type { Metadata } from 'next';
import { BuyCoins } from '@/features/checkout/buy-coins';
import { BalanceStage } from '@/features/wallet/balance-stage';
import { History } from '@/features/wallet/history';
import { serverApi } from '@/lib/api/server';
import { requireServerSession } from '@/lib/session/server';
import '@/features/wallet/wallet.css';

export const metadata: Metadata = { title: 'Wallet' };

export default async function WalletPage() {
  const { user } = await requireServerSession();
  const { coin, payment } = await serverApi();
  const [balance, { packs }, page] = await Promise.all([
    coin.balance(user.id),
    payment.packs(),
    coin.transactions(user.id),
  ]);
  return (
    <div className="mx-auto grid w-full max-w-240 gap-10 px-4 pt-4 pb-12 md:px-8 md:pt-12">
      <BalanceStage initial={balance} />
      <BuyCoins packs={packs} messagePriceMicrocoins={ECONOMY.messagePriceDefaultMicrocoins} />
      <History userId={user.id} page={page} />
    </div>
  );
}
