import { createServer } from 'node:net';

/**
 * Whether a TCP port can be listened on.
 *
 * @throws what the system says, unless it is that the port is taken
 */
export async function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  try {
    await probe(port, host);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  }
}

/** A TCP port that nobody listens on now. */
export function findFreePort(host = '127.0.0.1'): Promise<number> {
  return probe(0, host);
}

function probe(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const found = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => {
        resolve(found);
      });
    });
  });
}
