/** Mermaid diagrams of state machines, one below the other, each under the name of its machine. */
export function stateDiagrams(machines) {
  return machines
    .map((machine) => `### ${heading(machine.name)}\n\n\`\`\`mermaid\n${diagram(machine)}\n\`\`\``)
    .join('\n\n');
}

function diagram(machine) {
  const lines = ['stateDiagram-v2', '  direction LR'];
  for (const state of machine.initialStates) lines.push(`  [*] --> ${state}`);
  for (const state of machine.states) {
    for (const [next, events] of waysFrom(machine, state))
      lines.push(`  ${state} --> ${next}: ${events.join(', ')}`);
    if (machine.isFinal(state)) lines.push(`  ${state} --> [*]`);
  }
  return lines.join('\n');
}

/** Next states with the events that lead there. */
function waysFrom(machine, state) {
  const ways = new Map();
  for (const event of machine.eventsFrom(state)) {
    const { value } = machine.transition(state, event);
    ways.set(value, [...(ways.get(value) ?? []), event]);
  }
  return ways;
}

function heading(name) {
  return name[0].toUpperCase() + name.slice(1);
}
