import { DatabaseConfig, loadConfigClass } from '#config';
import { schemaDrift } from './run-migrations.js';

/** Prints the SQL that a new migration has to hold, from the difference between the database and the entities. */
const statements = await schemaDrift(loadConfigClass(DatabaseConfig).url);
for (const statement of statements) process.stdout.write(`${statement};\n`);
