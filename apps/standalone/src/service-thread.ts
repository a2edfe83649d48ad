import { parentPort, Worker, workerData } from 'node:worker_threads';

/** A service that runs in a thread of its own. */
export interface ServiceThread {
  /** Asks the service to stop and waits until its thread has ended. */
  readonly stop: () => Promise<void>;
}

/** How a thread is started. */
export interface ServiceThreadOptions {
  /** The module that calls `serveInThread`. */
  readonly module: URL;
  /** Plain data for it. */
  readonly data: unknown;
  /** Drops what it prints. */
  readonly quiet?: boolean;
  /** Called when the thread ends though nobody asked it to. */
  readonly onLost: (error: Error) => void;
}

/**
 * Starts a service in a thread, so that its work does not slow down what else this process does.
 *
 * @returns once the service is ready
 * @throws what the service threw while starting
 */
export async function startServiceThread(options: ServiceThreadOptions): Promise<ServiceThread> {
  const { module, data, quiet = false, onLost } = options;
  const thread = new Worker(module, { workerData: data, stdout: quiet });
  const state = { ready: false, stopping: false };
  const ended = new Promise<void>((resolve) => {
    thread.once('exit', () => {
      resolve();
    });
  });
  await new Promise<void>((resolve, reject) => {
    const lost = (error: Error) => {
      reject(error);
      if (state.ready && !state.stopping) onLost(error);
    };
    thread.once('error', lost);
    thread.once('exit', (code) => {
      lost(new Error(`A thread ended with exit code ${code}.`));
    });
    thread.once('message', () => {
      state.ready = true;
      resolve();
    });
  });
  return {
    stop: () => {
      state.stopping = true;
      thread.postMessage('stop');
      return ended;
    },
  };
}

/**
 * The other side: starts the service, says when it is ready, and stops it when asked.
 *
 * @param start gets the data; hands back how to stop
 */
export async function serveInThread(
  start: (data: unknown) => Promise<() => Promise<unknown>>,
): Promise<void> {
  const stop = await start(workerData);
  parentPort?.once('message', () => {
    void stop().finally(() => process.exit());
  });
  parentPort?.postMessage('ready');
}
