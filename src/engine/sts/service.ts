import { recorded } from '../cloudtrail/recorded.ts';
import { stsRecords } from '../cloudtrail/stsRecords.ts';
import type { Service } from '../service.ts';
import { playSts } from './play.ts';

const play = recorded(playSts, stsRecords);

/** AWS STS: eleven operations. */
export const STS_SERVICE: Service = {
  plays: {
    'sts:AssumeRole': play,
    'sts:AssumeRoleWithSAML': play,
    'sts:AssumeRoleWithWebIdentity': play,
    'sts:AssumeRoot': play,
    'sts:DecodeAuthorizationMessage': play,
    'sts:GetAccessKeyInfo': play,
    'sts:GetCallerIdentity': play,
    'sts:GetDelegatedAccessToken': play,
    'sts:GetFederationToken': play,
    'sts:GetSessionToken': play,
    'sts:GetWebIdentityToken': play,
  },
};
