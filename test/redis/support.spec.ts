import { Redis } from 'ioredis';
import { TestRedis } from '../support/redis.js';

describe('TestRedis', () => {
  it('evicts nothing, writes an append-only file and keeps what it acknowledged through a crash', async () => {
    const server = await TestRedis.start();
    const client = new Redis(server.url);
    client.on('error', () => undefined);
    await client.config('SET', 'appendfsync', 'always');
    expect(await client.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
    await client.set('key', 'kept');
    await server.crash();
    await server.resume();
    expect(await client.get('key')).toBe('kept');
    client.disconnect();
    await server.stop();
  });
});
