import { base64Decode, base64Encode } from '../sigv4/base64.ts';
import { isoDate, parseIsoDate } from '../time.ts';
import type { Instant } from '../time.ts';
import { escapeXml, unescapeXml } from '../wire/xml.ts';
import type { SamlAssertion } from './acts.ts';
import { standInSignature } from './standInSignature.ts';

/** SAML 2.0 responses, as far as STS looks at them (IAM User Guide, SAML assertions). */

/** Where the names of AWS's own attributes begin. */
export const SAML_ATTRIBUTES = 'https://aws.amazon.com/SAML/Attributes/';

const STATUS = 'urn:oasis:names:tc:SAML:2.0:status:';
const FORMAT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:';

/** Writes a response in base64, as SAMLAssertion takes it; a text stays as it is. */
export const formatSamlResponse = (assertion: SamlAssertion | string): string =>
  typeof assertion === 'string' ? assertion : base64Encode(samlXml(assertion));

/** A response as XML. */
export function samlXml(assertion: SamlAssertion): string {
  const content = contentXml(assertion);
  const { signedBy } = assertion;
  const signature =
    signedBy === undefined
      ? ''
      : `  <ds:Signature><ds:SignatureValue>${standInSignature(signedBy, content)}</ds:SignatureValue><ds:KeyName>${escapeXml(signedBy)}</ds:KeyName></ds:Signature>\n`;
  return `<samlp:Response>\n${content}\n${signature}</samlp:Response>`;
}

function contentXml(assertion: SamlAssertion): string {
  const { subject, subjectType, sessionNotOnOrAfter } = assertion;
  const nameId =
    subject === undefined
      ? []
      : [
          `      <saml:NameID Format="${longFormat(subjectType)}">${escapeXml(subject)}</saml:NameID>`,
        ];
  const session =
    sessionNotOnOrAfter === undefined
      ? ''
      : ` SessionNotOnOrAfter="${isoDate(sessionNotOnOrAfter)}"`;
  const attributes = Object.entries(assertion.attributes).map(
    ([name, values]) =>
      `      <saml:Attribute Name="${escapeXml(name)}">${values.map((value) => `<saml:AttributeValue>${escapeXml(value)}</saml:AttributeValue>`).join('')}</saml:Attribute>`,
  );
  const status = (assertion.isSuccess ?? true) ? 'Success' : 'Responder';
  return [
    `  <samlp:Status><samlp:StatusCode Value="${STATUS}${status}"/></samlp:Status>`,
    `  <saml:Assertion ID="${escapeXml(assertion.id)}" IssueInstant="${isoDate(assertion.issuedAt)}">`,
    `    <saml:Issuer>${escapeXml(assertion.issuer)}</saml:Issuer>`,
    '    <saml:Subject>',
    ...nameId,
    `      <saml:SubjectConfirmationData NotOnOrAfter="${isoDate(assertion.notOnOrAfter)}" Recipient="${escapeXml(assertion.recipient)}"/>`,
    '    </saml:Subject>',
    `    <saml:Audience>${escapeXml(assertion.audience)}</saml:Audience>`,
    `    <saml:AuthnStatement${session}/>`,
    '    <saml:AttributeStatement>',
    ...attributes,
    '    </saml:AttributeStatement>',
    '  </saml:Assertion>',
  ].join('\n');
}

const longFormat = (type: string): string =>
  type.startsWith('urn:') ? escapeXml(type) : `${FORMAT}${escapeXml(type)}`;

/** A NameID format as STS shows it: without the prefix of SAML 2.0 (AssumeRoleWithSAML, SubjectType). */
export const shortFormat = (type: string): string =>
  type.startsWith(FORMAT) ? type.slice(FORMAT.length) : type;

/** Reads a response; undefined unless it has all that STS looks for. */
export function parseSamlResponse(response: SamlAssertion | string): SamlAssertion | undefined {
  if (typeof response !== 'string') return response;
  const xml = base64Decode(response) ?? '';
  const id = attributeIn(xml, 'Assertion', 'ID');
  const issuer = textIn(xml, 'Issuer');
  const recipient = attributeIn(xml, 'SubjectConfirmationData', 'Recipient');
  const issuedAt = dateIn(xml, 'Assertion', 'IssueInstant');
  const notOnOrAfter = dateIn(xml, 'SubjectConfirmationData', 'NotOnOrAfter');
  if (id === undefined || issuer === undefined || recipient === undefined) return undefined;
  if (issuedAt === undefined || notOnOrAfter === undefined) return undefined;
  return { id, issuer, recipient, issuedAt, notOnOrAfter, ...optionalParts(xml) };
}

/** The parts a response may lack. */
function optionalParts(xml: string) {
  const subject = textIn(xml, 'NameID');
  const sessionNotOnOrAfter = dateIn(xml, 'AuthnStatement', 'SessionNotOnOrAfter');
  const signedBy = signerOf(xml);
  return {
    audience: textIn(xml, 'Audience') ?? '',
    subjectType: shortFormat(attributeIn(xml, 'NameID', 'Format') ?? ''),
    ...(subject !== undefined && { subject }),
    ...(sessionNotOnOrAfter !== undefined && { sessionNotOnOrAfter }),
    ...(signedBy !== undefined && { signedBy }),
    isSuccess: xml.includes(`Value="${STATUS}Success"`),
    attributes: attributesOf(xml),
  };
}

const attributeIn = (xml: string, element: string, name: string): string | undefined =>
  found(new RegExp(`<saml:${element}(?: [^>]*)? ${name}="([^"]*)"`), xml);

const textIn = (xml: string, element: string): string | undefined =>
  found(new RegExp(`<[a-z]+:${element}(?: [^>]*)?>([^<]*)</`), xml);

const dateIn = (xml: string, element: string, name: string): Instant | undefined =>
  parseIsoDate(attributeIn(xml, element, name) ?? '');

function found(expression: RegExp, xml: string): string | undefined {
  const text = expression.exec(xml)?.[1];
  return text === undefined ? undefined : unescapeXml(text);
}

/** Who signed, where the signature holds for the text around it. */
function signerOf(xml: string): string | undefined {
  const [, content] = WHOLE.exec(xml) ?? [];
  const key = textIn(xml, 'KeyName');
  if (key === undefined || content === undefined) return undefined;
  return standInSignature(key, content) === textIn(xml, 'SignatureValue') ? key : undefined;
}

const WHOLE =
  /^<samlp:Response>\n([\s\S]*)\n {2}<ds:Signature>.*<\/ds:Signature>\n<\/samlp:Response>$/;

const attributesOf = (xml: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    [...xml.matchAll(/<saml:Attribute Name="([^"]*)">(.*?)<\/saml:Attribute>/g)].map(
      ([, name = '', values = '']) => [
        unescapeXml(name),
        [...values.matchAll(/<saml:AttributeValue>([^<]*)<\/saml:AttributeValue>/g)].map(
          ([, value = '']) => unescapeXml(value),
        ),
      ],
    ),
  );
