import { ECONOMY } from '@troupe/contracts/economy';
import type { Metadata } from 'next';
import { BuyCoins } from '@/features/checkout/buy-coins';
import { BalanceStage } from '@/features/wallet/balance-stage';
import { History } from '@/features/wallet/history/history';
import { historyHref, toOptions } from '@/features/wallet/history/history-query';
import { parseHistoryQuery } from '@/features/wallet/history/parse-history-query';
import { SpendingLimits } from '@/features/wallet/limits/spending-limits';
import { SendCoins } from '@/features/wallet/send/send-coins';
import { SpendingChart } from '@/features/wallet/spending/spending-chart';
import { serverApi } from '@/lib/api/server';
import { requireServerSession } from '@/lib/session/server';
import '@/features/wallet/wallet.css';

export const metadata: Metadata = { title: 'Wallet' };

interface WalletPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function WalletPage({ searchParams }: WalletPageProps) {
  const { user } = await requireServerSession();
  const query = parseHistoryQuery(await searchParams);
  const { coin, payment } = await serverApi();
  const [balance, { packs }, ways, page, { days }, allowance, limits] = await Promise.all([
    coin.balance(user.id),
    payment.packs(),
    payment.providers(),
    coin.transactions(user.id, toOptions(query)),
    coin.spending(user.id),
    coin.giftAllowance(),
    coin.limits(),
  ]);
  return (
    <div className="mx-auto grid w-full max-w-240 gap-12 px-4 pt-4 pb-12 md:px-8 md:pt-12">
      <BalanceStage initial={balance} />
      <BuyCoins offer={{ packs, ...ways }} messagePriceMicrocoins={ECONOMY.messagePriceDefaultMicrocoins} />
      <SpendingChart days={days} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <SendCoins user={{ id: user.id, handle: user.handle }} allowance={allowance} />
        <SpendingLimits initial={limits} />
      </div>
      <History key={historyHref(query)} userId={user.id} page={page} query={query} />
    </div>
  );
}
