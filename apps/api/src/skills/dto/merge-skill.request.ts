import { LineField } from '../../dto/fields.js';

/** Where a skill of the program's own list is to be merged. */
export class MergeSkillRequest {
  @LineField({ min: 1, max: 80, example: 'javascript', description: 'Id, name or alias of the target' })
  into!: string;
}
