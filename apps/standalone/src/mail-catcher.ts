import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Where caught mail can be read, and where to send it. */
export interface MailCatcher {
  /** The page for people; `<origin>/api/email` answers programs. */
  readonly page: string;
  readonly origin: string;
  readonly smtpUrl: string;
  stop(): Promise<void>;
}

/** What the thread is started with. */
export interface MailCatcherOptions {
  readonly smtpPort: number;
  readonly webPort: number;
  /** Caught mail is kept here between starts. */
  readonly folder: string;
}

/**
 * Starts a mail server on 127.0.0.1 that delivers nothing and shows everything. It has a thread of its own, so that
 * a burst of mail does not slow the API down.
 */
export async function startMailCatcher(options: MailCatcherOptions): Promise<MailCatcher> {
  const thread = new Worker(new URL('./mail-catcher.thread.js', import.meta.url), {
    workerData: options,
    stdout: true,
  });
  await once(thread, 'message');
  const origin = `http://127.0.0.1:${options.webPort}`;
  return {
    page: `${origin}/index.html`,
    origin,
    smtpUrl: `smtp://127.0.0.1:${options.smtpPort}`,
    stop: async () => {
      const gone = once(thread, 'exit');
      thread.postMessage('stop');
      await gone;
    },
  };
}
