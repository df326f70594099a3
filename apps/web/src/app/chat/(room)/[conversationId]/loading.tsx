import { Skeleton } from '@/components/ui/skeleton';

export default function ChatLoading() {
  return (
    <section data-immersive aria-label="Opening the conversation" className="chat-stage">
      <h1 className="sr-only">Opening the conversation</h1>
      <div className="chat-header gap-3 px-4">
        <Skeleton className="size-11.5 rounded-full" />
        <div className="grid gap-1.5">
          <Skeleton className="h-5 w-36" />
          <Skeleton className="h-4 w-24" />
        </div>
      </div>
      <div className="chat-lines mt-auto grid gap-5">
        <Skeleton className="h-24 w-3/4 rounded-card" />
        <Skeleton className="h-11 w-2/5 justify-self-end rounded-card" />
        <Skeleton className="h-32 w-4/5 rounded-card" />
      </div>
      <div className="composer">
        <Skeleton className="h-14 rounded-[28px]" />
      </div>
    </section>
  );
}
