/** Whether dist was built from the sources as they are now, and is whole. */
export function isBuilt(root: string): boolean;
