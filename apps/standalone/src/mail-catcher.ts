import { type ServiceThread, startServiceThread } from './service-thread.js';

/** Where caught mail can be read, and where to send it. */
export interface MailCatcher extends ServiceThread {
  /** The page for people; `<origin>/api/email` answers programs. */
  readonly page: string;
  readonly origin: string;
  readonly smtpUrl: string;
}

/** What the thread is started with. */
export interface MailCatcherOptions {
  readonly smtpPort: number;
  readonly webPort: number;
  /** Caught mail is kept here between starts. */
  readonly folder: string;
}

/** Starts a mail server on 127.0.0.1 that delivers nothing and shows everything. */
export async function startMailCatcher(
  options: MailCatcherOptions,
  onLost: (error: Error) => void,
): Promise<MailCatcher> {
  const module = new URL('./mail-catcher.thread.js', import.meta.url);
  const { stop } = await startServiceThread({ module, data: options, quiet: true, onLost });
  const origin = `http://127.0.0.1:${options.webPort}`;
  return {
    page: `${origin}/index.html`,
    origin,
    smtpUrl: `smtp://127.0.0.1:${options.smtpPort}`,
    stop,
  };
}
