import { type Environment, loadConfig } from '#config';
import { createWorker } from '../../worker/src/create-worker.js';
import { serveInThread } from './service-thread.js';

await serveInThread(async (env) => {
  const worker = await createWorker(loadConfig(env as Environment));
  return () => worker.close();
});
