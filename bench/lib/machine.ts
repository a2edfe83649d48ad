import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';

/** What a figure was measured on. */
export interface Machine {
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memory_gb: number;
  readonly system: string;
}

/** This machine. */
export function machine(): Machine {
  return {
    node: process.versions.node,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memory_gb: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${arch()}`,
  };
}

/** The machine in one line. */
export function machineLine({ node, cpu, cores, memory_gb, system }: Machine): string {
  return `Node ${node}, ${cpu}, ${cores} cores, ${memory_gb} GB, ${system}`;
}
