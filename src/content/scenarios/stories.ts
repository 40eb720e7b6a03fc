import type { WrittenScenario } from '../scenario.ts';

/**
 * Where each story is loaded from, by lab and id: apart from the list of scenarios, so that a link asks for its story
 * before anything else has come.
 */
export const STORIES: Readonly<Record<string, () => Promise<WrittenScenario>>> = {
  'presigned/seven-days': () =>
    import('./presigned/sevenDays.ts').then(({ sevenDays }) => sevenDays),
  'presigned/whose-default': () =>
    import('./presigned/whoseDefault.ts').then(({ whoseDefault }) => whoseDefault),
  'presigned/user-signed': () =>
    import('./presigned/userSigned.ts').then(({ userSigned }) => userSigned),
  'presigned/chained-hour': () =>
    import('./presigned/chainedHour.ts').then(({ chainedHour }) => chainedHour),
  'presigned/instance-rotation': () =>
    import('./presigned/instanceRotation.ts').then(({ instanceRotation }) => instanceRotation),
  'presigned/lambda-signer': () =>
    import('./presigned/lambdaSigner.ts').then(({ lambdaSigner }) => lambdaSigner),
  'presigned/skewed-clock': () =>
    import('./presigned/skewedClock.ts').then(({ skewedClock }) => skewedClock),
  'presigned/signature-age': () =>
    import('./presigned/signatureAge.ts').then(({ signatureAge }) => signatureAge),
  'presigned/lost-tail': () => import('./presigned/lostTail.ts').then(({ lostTail }) => lostTail),
  'presigned/wrong-method': () =>
    import('./presigned/wrongMethod.ts').then(({ wrongMethod }) => wrongMethod),
  'presigned/signed-header': () =>
    import('./presigned/signedHeader.ts').then(({ signedHeader }) => signedHeader),
  'presigned/odd-key': () => import('./presigned/oddKey.ts').then(({ oddKey }) => oddKey),
  'presigned/wrong-region': () =>
    import('./presigned/wrongRegion.ts').then(({ wrongRegion }) => wrongRegion),
  'presigned/asked-name': () =>
    import('./presigned/askedName.ts').then(({ askedName }) => askedName),
  'presigned/film-night': () =>
    import('./presigned/filmNight.ts').then(({ filmNight }) => filmNight),
  'presigned/permission-lost': () =>
    import('./presigned/permissionLost.ts').then(({ permissionLost }) => permissionLost),
  'presigned/other-network': () =>
    import('./presigned/otherNetwork.ts').then(({ otherNetwork }) => otherNetwork),
  'presigned/locked-twice': () =>
    import('./presigned/lockedTwice.ts').then(({ lockedTwice }) => lockedTwice),
  'presigned/public-block': () =>
    import('./presigned/publicBlock.ts').then(({ publicBlock }) => publicBlock),
  'presigned/only-once': () => import('./presigned/onlyOnce.ts').then(({ onlyOnce }) => onlyOnce),
  'presigned/photo-form': () =>
    import('./presigned/photoForm.ts').then(({ photoForm }) => photoForm),
  'presigned/revocation-race': () =>
    import('./presigned/revocationRace.ts').then(({ revocationRace }) => revocationRace),
  'presigned/used-again': () =>
    import('./presigned/usedAgain.ts').then(({ usedAgain }) => usedAgain),
  'sts/why-temporary': () =>
    import('./sts/whyTemporary.ts').then(({ whyTemporary }) => whyTemporary),
  'sts/who-am-i': () => import('./sts/whoAmI.ts').then(({ whoAmI }) => whoAmI),
  'sts/named-user-or-root': () =>
    import('./sts/namedUserOrRoot.ts').then(({ namedUserOrRoot }) => namedUserOrRoot),
  'sts/both-sides': () => import('./sts/bothSides.ts').then(({ bothSides }) => bothSides),
  'sts/confused-deputy': () =>
    import('./sts/confusedDeputy.ts').then(({ confusedDeputy }) => confusedDeputy),
  'sts/mfa-to-assume': () => import('./sts/mfaToAssume.ts').then(({ mfaToAssume }) => mfaToAssume),
  'sts/mfa-after-assume': () =>
    import('./sts/mfaAfterAssume.ts').then(({ mfaAfterAssume }) => mfaAfterAssume),
  'sts/context-provided': () =>
    import('./sts/contextProvided.ts').then(({ contextProvided }) => contextProvided),
  'sts/deleted-principal': () =>
    import('./sts/deletedPrincipal.ts').then(({ deletedPrincipal }) => deletedPrincipal),
  'sts/assume-itself': () =>
    import('./sts/assumeItself.ts').then(({ assumeItself }) => assumeItself),
  'sts/twelve-hours-asked': () =>
    import('./sts/twelveHoursAsked.ts').then(({ twelveHoursAsked }) => twelveHoursAsked),
  'sts/one-hour-chained': () =>
    import('./sts/oneHourChained.ts').then(({ oneHourChained }) => oneHourChained),
  'sts/session-policy': () =>
    import('./sts/sessionPolicy.ts').then(({ sessionPolicy }) => sessionPolicy),
  'sts/session-tags': () => import('./sts/sessionTags.ts').then(({ sessionTags }) => sessionTags),
  'sts/source-identity': () =>
    import('./sts/sourceIdentity.ts').then(({ sourceIdentity }) => sourceIdentity),
  'sts/federation-token': () =>
    import('./sts/federationToken.ts').then(({ federationToken }) => federationToken),
  'sts/session-token-mfa': () =>
    import('./sts/sessionTokenMfa.ts').then(({ sessionTokenMfa }) => sessionTokenMfa),
  'sts/assume-root': () => import('./sts/assumeRoot.ts').then(({ assumeRoot }) => assumeRoot),
  'sts/delegated-hour': () =>
    import('./sts/delegatedHour.ts').then(({ delegatedHour }) => delegatedHour),
  'sts/regional-endpoints': () =>
    import('./sts/regionalEndpoints.ts').then(({ regionalEndpoints }) => regionalEndpoints),
  'sts/saml-corporate': () =>
    import('./sts/samlCorporate.ts').then(({ samlCorporate }) => samlCorporate),
  'sts/github-wildcard': () =>
    import('./sts/githubWildcard.ts').then(({ githubWildcard }) => githubWildcard),
  'sts/cognito-guest': () =>
    import('./sts/cognitoGuest.ts').then(({ cognitoGuest }) => cognitoGuest),
  'sts/outbound-token': () =>
    import('./sts/outboundToken.ts').then(({ outboundToken }) => outboundToken),
  'sts/decode-message': () =>
    import('./sts/decodeMessage.ts').then(({ decodeMessage }) => decodeMessage),
  'sts/leak-and-respond': () =>
    import('./sts/leakAndRespond.ts').then(({ leakAndRespond }) => leakAndRespond),
  'sts/console-clock': () =>
    import('./sts/consoleClock.ts').then(({ consoleClock }) => consoleClock),
  'sts/scp-over-everything': () =>
    import('./sts/scpOverEverything.ts').then(({ scpOverEverything }) => scpOverEverything),
  'rolesanywhere/key-file': () =>
    import('./rolesanywhere/keyFile.ts').then(({ keyFile }) => keyFile),
  'rolesanywhere/whole-journey': () =>
    import('./rolesanywhere/wholeJourney.ts').then(({ wholeJourney }) => wholeJourney),
  'rolesanywhere/stolen-disk': () =>
    import('./rolesanywhere/stolenDisk.ts').then(({ stolenDisk }) => stolenDisk),
  'rolesanywhere/leaf-on-trial': () =>
    import('./rolesanywhere/leafOnTrial.ts').then(({ leafOnTrial }) => leafOnTrial),
  'rolesanywhere/gap-second': () =>
    import('./rolesanywhere/gapSecond.ts').then(({ gapSecond }) => gapSecond),
  'rolesanywhere/missing-link': () =>
    import('./rolesanywhere/missingLink.ts').then(({ missingLink }) => missingLink),
  'rolesanywhere/narrow-ca': () =>
    import('./rolesanywhere/narrowCa.ts').then(({ narrowCa }) => narrowCa),
  'rolesanywhere/any-certificate': () =>
    import('./rolesanywhere/anyCertificate.ts').then(({ anyCertificate }) => anyCertificate),
  'rolesanywhere/three-actions': () =>
    import('./rolesanywhere/threeActions.ts').then(({ threeActions }) => threeActions),
  'rolesanywhere/lost-mapping': () =>
    import('./rolesanywhere/lostMapping.ts').then(({ lostMapping }) => lostMapping),
  'rolesanywhere/press-folders': () =>
    import('./rolesanywhere/pressFolders.ts').then(({ pressFolders }) => pressFolders),
  'rolesanywhere/other-profile': () =>
    import('./rolesanywhere/otherProfile.ts').then(({ otherProfile }) => otherProfile),
  'rolesanywhere/too-long-for-role': () =>
    import('./rolesanywhere/tooLongForRole.ts').then(({ tooLongForRole }) => tooLongForRole),
  'rolesanywhere/own-name': () =>
    import('./rolesanywhere/ownName.ts').then(({ ownName }) => ownName),
  'rolesanywhere/two-regions': () =>
    import('./rolesanywhere/twoRegions.ts').then(({ twoRegions }) => twoRegions),
  'rolesanywhere/switched-off': () =>
    import('./rolesanywhere/switchedOff.ts').then(({ switchedOff }) => switchedOff),
  'rolesanywhere/late-list': () =>
    import('./rolesanywhere/lateList.ts').then(({ lateList }) => lateList),
  'rolesanywhere/thief-again': () =>
    import('./rolesanywhere/thiefAgain.ts').then(({ thiefAgain }) => thiefAgain),
  'rolesanywhere/dead-certificate': () =>
    import('./rolesanywhere/deadCertificate.ts').then(({ deadCertificate }) => deadCertificate),
};
