// Exits with 0 when the worker of this container is connected to PostgreSQL.
import pg from 'pg';

const client = new pg.Client({
  connectionString: process.env['DATABASE_URL'],
  application_name: 'rapport-health',
  connectionTimeoutMillis: 3000,
  query_timeout: 3000,
});
try {
  await client.connect();
  const sessions = await client.query(
    `SELECT 1 FROM pg_stat_activity WHERE application_name = 'rapport-worker' AND client_addr = inet_client_addr()`,
  );
  process.exit(sessions.rowCount > 0 ? 0 : 1);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
