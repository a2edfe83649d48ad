import type { Certificate, PriceCertificate } from './result.js';

/** The part of a certificate that states prices. */
export type Prices = Omit<PriceCertificate, 'version' | 'kind' | 'digest'>;

/**
 * The prices of a certificate; null when its proof is another one. Certificates that were stored before there were
 * kinds hold prices.
 */
export function pricesOf(certificate: Certificate): Prices | null {
  return 'mentors' in certificate && Array.isArray(certificate.mentors) ? certificate : null;
}
