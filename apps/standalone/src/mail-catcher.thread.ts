import { MailDev } from 'maildev';
import type { MailCatcherOptions } from './mail-catcher.js';
import { serveInThread } from './service-thread.js';

const MOST_MAILS = 20_000;

await serveInThread(async (data) => {
  const { smtpPort, webPort, folder } = data as MailCatcherOptions;
  const catcher = new MailDev({
    smtp: smtpPort,
    ip: '127.0.0.1',
    web: webPort,
    webIp: '127.0.0.1',
    mailDirectory: folder,
    maxEmails: MOST_MAILS,
    silent: true,
  });
  await catcher.start();
  return () => catcher.stop();
});
