/**
 * A condition of SQL: one of the participations is at the site of a parameter, or the parameter is null and says nothing.
 *
 * @param parameter number of the parameter; @param participations aliases
 */
export function inSite(parameter: number, ...participations: readonly string[]): string {
  const at = participations.map((alias) => `${alias}.site = $${parameter}`);
  return `($${parameter}::text IS NULL OR ${at.join(' OR ')})`;
}
