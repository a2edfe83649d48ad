import { parentPort, workerData } from 'node:worker_threads';
import { MailDev } from 'maildev';
import type { MailCatcherOptions } from './mail-catcher.js';

const MOST_MAILS = 20_000;

const { smtpPort, webPort, folder } = workerData as MailCatcherOptions;
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
parentPort?.once('message', () => {
  void catcher.stop().finally(() => process.exit());
});
parentPort?.postMessage('ready');
