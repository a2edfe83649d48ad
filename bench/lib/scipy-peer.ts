import { spawnSync } from 'node:child_process';
import type { Peer } from './contestant.js';
import { benchSource, programsNamed } from './on-the-path.js';
import { startPeerProcess } from './peer-process.js';

/** SciPy's `linear_sum_assignment`, in the first Python on the PATH that has it. */
export function scipyPeer(): Peer {
  const env = plainEnvironment();
  const python = programsNamed('python3').find(
    (path) => spawnSync(path, ['-c', 'import scipy.optimize'], { env, stdio: 'ignore' }).status === 0,
  );
  return {
    name: 'scipy',
    missing: python === undefined ? 'No Python with SciPy: install python3-scipy.' : null,
    prepare: async ({ file, limitSeconds }) =>
      python === undefined
        ? null
        : startPeerProcess({
            ...{ name: 'scipy', command: python, args: [benchSource('peers/scipy_peer.py'), file] },
            ...{ env, limitSeconds },
          }),
  };
}

/** Settings of a numeric library that fit another machine would slow it down or stop it. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const settings = ['OPENBLAS_CORETYPE', 'OPENBLAS_L2_SIZE'];
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.includes(name)));
}
