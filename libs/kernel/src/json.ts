/** A value that survives a trip through JSON unchanged. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** An object of such values: what a job or an event may carry. */
export type JsonObject = { readonly [key: string]: Json };
