import { Skeleton } from '@/components/ui/skeleton';

export default function PurchasesLoading() {
  return (
    <div className="mx-auto grid w-full max-w-160 content-start gap-4 px-4 pt-4 pb-12 md:px-8 md:pt-12">
      <Skeleton className="h-11 w-28 rounded-full" />
      <Skeleton className="h-10 w-48" />
      {[0, 1, 2, 3].map((row) => (
        <Skeleton key={row} className="h-16 rounded-card" />
      ))}
    </div>
  );
}
