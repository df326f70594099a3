import { useRef } from 'react';
import { newId } from '@/lib/new-id';

/**
 * A key for one intention: the same for every attempt at the same thing, so that pressing again after a lost answer can't move the coins
 * twice; another for another thing, and another after `done`.
 */
export function useOnce(): { keyFor: (intention: string) => string; done: () => void } {
  const current = useRef<{ intention: string; key: string } | null>(null);
  return {
    keyFor: (intention) => {
      if (current.current?.intention !== intention) current.current = { intention, key: newId() };
      return current.current.key;
    },
    done: () => {
      current.current = null;
    },
  };
}
