import type { Act } from '#engine/act.ts';
import type { StsAct } from '#engine/sts/acts.ts';
import type { World } from '#engine/world.ts';

import { anywhereCommands } from './anywhereCommands.ts';
import { callCommands } from './callCommands.ts';
import { changeCommands } from './changeCommands.ts';
import type { Commands } from './command.ts';
import { sendFormCommands, signFormCommands } from './formCommands.ts';
import { signinTokenCommands } from './signinCommands.ts';
import { stsCommands } from './stsCommands.ts';
import { openUrlCommands, presignCommands, toolCommands } from './urlCommands.ts';

const none = (because: string): Commands => ({ kind: 'none', because });

const people = (): Commands => none('This happens between people, outside AWS.');

const sts = (world: World, act: StsAct): Commands => ({
  kind: 'commands',
  commands: stsCommands(world, act),
  notes: [],
});

type Kind = Act['kind'];
type Table = {
  readonly [K in Kind]: (world: World, act: Extract<Act, { kind: K }>) => Commands;
};

const COMMANDS: Table = {
  'sts:AssumeRole': sts,
  'sts:AssumeRoleWithSAML': sts,
  'sts:AssumeRoleWithWebIdentity': sts,
  'sts:AssumeRoot': sts,
  'sts:GetSessionToken': sts,
  'sts:GetFederationToken': sts,
  'sts:GetCallerIdentity': sts,
  'sts:GetAccessKeyInfo': sts,
  'sts:DecodeAuthorizationMessage': sts,
  'sts:GetWebIdentityToken': sts,
  'sts:GetDelegatedAccessToken': sts,
  presign: presignCommands,
  'tool:presign': toolCommands,
  'open-url': openUrlCommands,
  'sign-form': signFormCommands,
  'send-form': sendFormCommands,
  call: callCommands,
  change: changeCommands,
  'rolesanywhere:change': anywhereCommands,
  'rolesanywhere:CreateSession': () =>
    none('AWS’s credential helper makes this call. It has a tab of its own.'),
  'signin:getSigninToken': signinTokenCommands,
  'signin:login': () =>
    none('A browser opens this address: the console keeps its session in cookies.'),
  'hand-over': people,
  tell: people,
  download: () => none('The answer is still on its way: nothing new is asked.'),
  wait: () => none('Time passes by itself.'),
};

/** The commands that do what an act does, from the world it happens in; or why there is none. */
export function commandsOf(world: World, act: Act): Commands {
  // The table holds each kind's commands under the kind itself.
  const commands = COMMANDS[act.kind] as (world: World, act: Act) => Commands;
  return commands(world, act);
}
