import { eventRoutes, expandEvent } from '#contracts';
import { allPlans } from './all-plans.js';

describe('allPlans', () => {
  it('knows every event that is to be told, and no other', () => {
    const told = Object.entries(eventRoutes)
      .filter(([, jobs]) => jobs.includes(expandEvent))
      .map(([type]) => type);
    expect(Object.keys(allPlans).sort()).toEqual(told.sort());
  });
});
