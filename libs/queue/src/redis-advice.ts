/**
 * What an operator should change about a Redis server, one sentence each; empty when it is set up well.
 *
 * @param info the answer to the command INFO
 */
export function redisAdvice(info: string): string[] {
  const fields = new Map(
    info.split(/\r?\n/).flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      return colon > 0 ? [[line.slice(0, colon), line.slice(colon + 1)]] : [];
    }),
  );
  const policy = fields.get('maxmemory_policy');
  return [
    ...(policy !== undefined && policy !== 'noeviction'
      ? [
          `Redis drops jobs when memory runs short (maxmemory-policy ${policy}): set it to noeviction. Nothing is lost, but work is late.`,
        ]
      : []),
    ...(fields.get('aof_enabled') === '0'
      ? [
          'Redis forgets all jobs when it ends (appendonly no): switch AOF on. Nothing is lost, but work is late.',
        ]
      : []),
  ];
}
