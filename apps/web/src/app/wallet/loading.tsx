import { Skeleton } from '@/components/ui/skeleton';

export default function WalletLoading() {
  return (
    <div className="mx-auto grid w-full max-w-240 gap-10 px-4 pt-4 pb-12 md:px-8 md:pt-12">
      <h1 className="sr-only">Your wallet</h1>
      <div className="grid gap-3">
        <Skeleton className="h-5 w-24" />
        <Skeleton className="h-16 w-56" />
        <Skeleton className="h-5 w-80 max-w-full" />
      </div>
      <div className="grid gap-3 lg:grid-cols-3">
        {[0, 1, 2].map((pack) => (
          <Skeleton key={pack} className="h-27 rounded-card lg:h-52" />
        ))}
      </div>
      <div className="grid gap-2">
        {[0, 1, 2, 3, 4].map((row) => (
          <Skeleton key={row} className="h-16 rounded-card" />
        ))}
      </div>
    </div>
  );
}
