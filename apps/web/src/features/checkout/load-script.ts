/** A script of this size takes a moment on a slow line; after this there is more use in saying so. */
const TIMEOUT_MS = 20_000;

/** Resolves as `loading` does; rejects when it takes too long. */
export async function inTime<Value>(loading: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('a provider’s script took too long')), TIMEOUT_MS);
  });
  try {
    return await Promise.race([loading, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Adds a script to the page and resolves when it has run. One that can't be had is taken out again, so that another try begins afresh. */
export async function loadScript(src: string): Promise<void> {
  const script = document.createElement('script');
  script.src = src;
  const loaded = new Promise<void>((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${src} could not be loaded`));
  });
  document.head.append(script);
  try {
    await inTime(loaded);
  } catch (error) {
    script.remove();
    throw error;
  }
}
