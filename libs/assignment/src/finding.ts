/** A reason not to trust a result. */
export interface Finding {
  readonly code:
    | 'invalid-problem'
    | 'other-problem'
    | 'altered'
    | 'no-proof'
    | 'unknown-person'
    | 'repeated-pair'
    | 'infeasible-pair'
    | 'wrong-score'
    | 'wrong-lock'
    | 'over-demand'
    | 'over-capacity'
    | 'wrong-unmatched'
    | 'wrong-value'
    | 'bad-price'
    | 'wrong-bound'
    | 'not-optimal'
    | 'blocking-pair'
    | 'wrong-cover'
    | 'out-of-order';
  readonly message: string;
}
