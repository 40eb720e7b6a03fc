import type { Scenario, WrittenScenario } from '../scenario.ts';
import { readyNow } from '../subjects/all.ts';
import { chainedHour } from './presigned/chainedHour.ts';
import { instanceRotation } from './presigned/instanceRotation.ts';
import { lambdaSigner } from './presigned/lambdaSigner.ts';
import { lockedTwice } from './presigned/lockedTwice.ts';
import { otherNetwork } from './presigned/otherNetwork.ts';
import { photoForm } from './presigned/photoForm.ts';
import { publicBlock } from './presigned/publicBlock.ts';
import { signatureAge } from './presigned/signatureAge.ts';
import { askedName } from './presigned/askedName.ts';
import { filmNight } from './presigned/filmNight.ts';
import { onlyOnce } from './presigned/onlyOnce.ts';
import { lostTail } from './presigned/lostTail.ts';
import { oddKey } from './presigned/oddKey.ts';
import { permissionLost } from './presigned/permissionLost.ts';
import { revocationRace } from './presigned/revocationRace.ts';
import { sevenDays } from './presigned/sevenDays.ts';
import { signedHeader } from './presigned/signedHeader.ts';
import { skewedClock } from './presigned/skewedClock.ts';
import { usedAgain } from './presigned/usedAgain.ts';
import { userSigned } from './presigned/userSigned.ts';
import { whoseDefault } from './presigned/whoseDefault.ts';
import { wrongMethod } from './presigned/wrongMethod.ts';
import { wrongRegion } from './presigned/wrongRegion.ts';
import { anyCertificate } from './rolesanywhere/anyCertificate.ts';
import { deadCertificate } from './rolesanywhere/deadCertificate.ts';
import { gapSecond } from './rolesanywhere/gapSecond.ts';
import { keyFile } from './rolesanywhere/keyFile.ts';
import { lateList } from './rolesanywhere/lateList.ts';
import { leafOnTrial } from './rolesanywhere/leafOnTrial.ts';
import { lostMapping } from './rolesanywhere/lostMapping.ts';
import { missingLink } from './rolesanywhere/missingLink.ts';
import { narrowCa } from './rolesanywhere/narrowCa.ts';
import { otherProfile } from './rolesanywhere/otherProfile.ts';
import { ownName } from './rolesanywhere/ownName.ts';
import { pressFolders } from './rolesanywhere/pressFolders.ts';
import { stolenDisk } from './rolesanywhere/stolenDisk.ts';
import { switchedOff } from './rolesanywhere/switchedOff.ts';
import { thiefAgain } from './rolesanywhere/thiefAgain.ts';
import { threeActions } from './rolesanywhere/threeActions.ts';
import { tooLongForRole } from './rolesanywhere/tooLongForRole.ts';
import { twoRegions } from './rolesanywhere/twoRegions.ts';
import { wholeJourney } from './rolesanywhere/wholeJourney.ts';
import { assumeItself } from './sts/assumeItself.ts';
import { assumeRoot } from './sts/assumeRoot.ts';
import { bothSides } from './sts/bothSides.ts';
import { cognitoGuest } from './sts/cognitoGuest.ts';
import { confusedDeputy } from './sts/confusedDeputy.ts';
import { consoleClock } from './sts/consoleClock.ts';
import { contextProvided } from './sts/contextProvided.ts';
import { decodeMessage } from './sts/decodeMessage.ts';
import { delegatedHour } from './sts/delegatedHour.ts';
import { deletedPrincipal } from './sts/deletedPrincipal.ts';
import { federationToken } from './sts/federationToken.ts';
import { githubWildcard } from './sts/githubWildcard.ts';
import { leakAndRespond } from './sts/leakAndRespond.ts';
import { mfaAfterAssume } from './sts/mfaAfterAssume.ts';
import { mfaToAssume } from './sts/mfaToAssume.ts';
import { namedUserOrRoot } from './sts/namedUserOrRoot.ts';
import { oneHourChained } from './sts/oneHourChained.ts';
import { outboundToken } from './sts/outboundToken.ts';
import { regionalEndpoints } from './sts/regionalEndpoints.ts';
import { samlCorporate } from './sts/samlCorporate.ts';
import { scpOverEverything } from './sts/scpOverEverything.ts';
import { sessionPolicy } from './sts/sessionPolicy.ts';
import { sessionTags } from './sts/sessionTags.ts';
import { sessionTokenMfa } from './sts/sessionTokenMfa.ts';
import { sourceIdentity } from './sts/sourceIdentity.ts';
import { twelveHoursAsked } from './sts/twelveHoursAsked.ts';
import { whoAmI } from './sts/whoAmI.ts';
import { whyTemporary } from './sts/whyTemporary.ts';

/** Every scenario, in the catalogue's order. */
const WRITTEN: readonly WrittenScenario[] = [
  sevenDays,
  whoseDefault,
  userSigned,
  chainedHour,
  instanceRotation,
  lambdaSigner,
  skewedClock,
  signatureAge,
  lostTail,
  wrongMethod,
  signedHeader,
  oddKey,
  wrongRegion,
  askedName,
  filmNight,
  permissionLost,
  otherNetwork,
  lockedTwice,
  publicBlock,
  onlyOnce,
  photoForm,
  revocationRace,
  usedAgain,
  whyTemporary,
  whoAmI,
  namedUserOrRoot,
  bothSides,
  confusedDeputy,
  mfaToAssume,
  mfaAfterAssume,
  contextProvided,
  deletedPrincipal,
  assumeItself,
  twelveHoursAsked,
  oneHourChained,
  sessionPolicy,
  sessionTags,
  sourceIdentity,
  federationToken,
  sessionTokenMfa,
  assumeRoot,
  delegatedHour,
  regionalEndpoints,
  samlCorporate,
  githubWildcard,
  cognitoGuest,
  outboundToken,
  decodeMessage,
  leakAndRespond,
  consoleClock,
  scpOverEverything,
  keyFile,
  wholeJourney,
  stolenDisk,
  leafOnTrial,
  gapSecond,
  missingLink,
  narrowCa,
  anyCertificate,
  threeActions,
  lostMapping,
  pressFolders,
  otherProfile,
  tooLongForRole,
  ownName,
  twoRegions,
  switchedOff,
  lateList,
  thiefAgain,
  deadCertificate,
];

/** Every scenario at once, in the catalogue's order: for tests and for questions; the app loads one at a time. */
export const SCENARIOS: readonly Scenario[] = WRITTEN.map(readyNow);

/** A scenario by lab and id; undefined when there is none. */
export const findScenario = (lab: string, id: string): Scenario | undefined =>
  SCENARIOS.find((scenario) => scenario.lab === lab && scenario.id === id);
