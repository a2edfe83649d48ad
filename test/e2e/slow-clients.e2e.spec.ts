import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { TestApi } from '../support/api-app.js';

let api: TestApi;
let server: Server;

beforeAll(async () => {
  api = await TestApi.start();
  server = api.app.getHttpServer();
});
afterAll(() => api.stop());

/** Sends some text and then nothing more; answers what came until the server hung up. */
function dawdle(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
    socket.on('error', reject).on('close', () => {
      resolve(answer);
    });
  });
}

const HEADERS = 'POST /v1/auth/sign-in HTTP/1.1\r\nHost: rapport\r\n';

describe('a slow client', () => {
  it('has ten seconds for its headers and thirty for its whole request', () => {
    expect(server.headersTimeout).toBe(10_000);
    expect(server.requestTimeout).toBe(30_000);
  });

  it('is told and cut off, in the middle of its headers or of its body', async () => {
    Object.assign(server, { headersTimeout: 200, requestTimeout: 400 });
    const [headers, body] = await Promise.all([
      dawdle(HEADERS),
      dawdle(`${HEADERS}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"email"`),
    ]);
    expect(headers).toMatch(/^HTTP\/1\.1 408 /);
    expect(body).toMatch(/^HTTP\/1\.1 408 /);
    await api.http.get('/health/live').expect(200);
  }, 10_000);
});
