import { TOOL_SERVICE } from '#engine/tool/service.ts';

import { sayTool } from '../sayTool.ts';
import { TOOL_RULE_WORDS } from '../toolRules.ts';
import type { Subject } from './subject.ts';

/** Tools that presign URLs. */
export const TOOLS: Subject = { service: TOOL_SERVICE, rules: TOOL_RULE_WORDS, says: sayTool };
