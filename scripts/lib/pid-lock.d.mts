/** A lock that this process holds, or the process that holds it. */
export type PidLock = { held: true; release: () => void } | { held: false; pid: number };

/** Takes a lock file that names this process; a lock left by a killed process is taken over. */
export function acquirePidLock(path: string): PidLock;

/** Whether a process with this pid runs now, whoever owns it. */
export function processExists(pid: number): boolean;
