import { redisAdvice } from './redis-advice.js';

const info = (policy: string, aof: string): string =>
  `# Memory\r\nused_memory:1000\r\nmaxmemory_policy:${policy}\r\n\r\n# Persistence\r\naof_enabled:${aof}\r\n`;

describe('redisAdvice', () => {
  it('says nothing about a server that keeps what it took', () => {
    expect(redisAdvice(info('noeviction', '1'))).toEqual([]);
  });

  it('names each setting that loses jobs', () => {
    const advice = redisAdvice(info('allkeys-lru', '0'));
    expect(advice).toHaveLength(2);
    expect(advice[0]).toContain('maxmemory-policy allkeys-lru');
    expect(advice[1]).toContain('appendonly');
  });

  it('guesses nothing when a managed server does not tell', () => {
    expect(redisAdvice('redis_version:7.2.4\r\n')).toEqual([]);
  });
});
