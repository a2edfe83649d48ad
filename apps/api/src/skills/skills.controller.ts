import { SignedIn } from '#http';
import { createTaxonomy } from '#skills';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SkillQuery } from './dto/skill.query.js';
import { SkillResponse, SkillsResponse } from './dto/skill.response.js';

/** The built-in taxonomy. */
@ApiTags('skills')
@ApiBearerAuth()
@SignedIn()
@Controller('v1/skills')
export class SkillsController {
  private readonly taxonomy = createTaxonomy();

  @Get()
  @ApiOperation({ summary: 'Search for skills by name, alias or category' })
  @ApiOkResponse({ type: SkillsResponse })
  search(@Query() { query, limit }: SkillQuery): SkillsResponse {
    return { items: this.taxonomy.search(query, limit).map((skill) => SkillResponse.from(skill)) };
  }
}
