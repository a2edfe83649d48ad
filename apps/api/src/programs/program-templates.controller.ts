import { SignedIn } from '#http';
import { PROGRAM_TEMPLATES, TEMPLATE_KEYS } from '#programs';
import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProgramTemplateResponse, ProgramTemplatesResponse } from './dto/program-template.response.js';

/** What a new program can start from. */
@ApiTags('programs')
@ApiBearerAuth()
@SignedIn()
@Controller('v1/program-templates')
export class ProgramTemplatesController {
  @Get()
  @ApiOperation({ summary: 'Templates of programs: everything that each sets, and why' })
  @ApiOkResponse({ type: ProgramTemplatesResponse })
  list(): ProgramTemplatesResponse {
    return { items: TEMPLATE_KEYS.map((key) => ProgramTemplateResponse.from(key, PROGRAM_TEMPLATES[key])) };
  }
}
