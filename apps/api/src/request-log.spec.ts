import { createServer } from 'node:http';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import request from 'supertest';
import { requestLog } from './request-log.js';

it('writes which request it was and how it went, and none of its secrets', async () => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const middleware = requestLog(pino({ level: 'trace' }, stream));
  const server = createServer((incoming, response) => {
    middleware(incoming, response);
    response.setHeader('Set-Cookie', 'rapport_refresh=SECRET-COOKIE');
    response.setHeader('Location', '/l/SECRET-PLACE');
    response.end('SECRET-BODY');
  });
  const { headers } = await request(server)
    .post('/l/SECRET-LINK?token=SECRET-QUERY')
    .set('Authorization', 'Bearer SECRET-ACCESS')
    .set('Cookie', 'rapport_refresh=SECRET-OLD')
    .send({ password: 'SECRET-WORD' });
  const log = lines.join('');
  expect(log).toContain(String(headers['x-request-id']));
  expect(log).toContain('"res":{"statusCode":200}');
  expect(log).toContain('"method":"POST","url":"/l/…"');
  expect(log).not.toContain('SECRET');
});
