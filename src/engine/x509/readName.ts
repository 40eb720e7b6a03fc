import { close, constructed, expectTag, fail, open, primitive, TAG, take } from './der.ts';
import type { DerNode, Reading } from './der.ts';
import { derOf, hexOf, readIa5, readOid, readOidPart, readString } from './derValues.ts';
import type { GeneralName } from './extension.ts';
import { shortNameOf } from './name.ts';
import type { DistinguishedName, NameAttribute } from './name.ts';

/** Reads a Name (RFC 5280, 4.1.2.4). */
export function readName(reading: Reading, node: DerNode): DistinguishedName {
  expectTag(reading, node, TAG.sequence, 'a name');
  return node.parts.map((part) => {
    expectTag(reading, part, TAG.set, 'a part of a name');
    if (part.parts.length === 0) {
      fail(reading, part.range.start, 'a part of a name without attributes');
    }
    return part.parts.map((attribute) => readAttribute(reading, attribute));
  });
}

function readAttribute(reading: Reading, node: DerNode): NameAttribute {
  const parts = open(reading, node, TAG.sequence, 'an attribute of a name');
  const oid = readOid(reading, take(reading, parts, [TAG.oid], 'the type of an attribute'));
  const value = node.parts[1];
  if (!value || node.parts.length > 2) {
    fail(reading, node.range.start, 'an attribute that is no type and value');
  }
  const read = value && readString(reading, value);
  const short = shortNameOf(oid);
  return {
    oid,
    ...(short === undefined ? {} : { short }),
    ...(read ?? { value: value ? `#${derOf(reading, value)}` : '' }),
    range: node.range,
  };
}

/** Reads a GeneralName (RFC 5280, 4.2.1.6). */
export function readGeneralName(reading: Reading, node: DerNode): GeneralName {
  switch (node.tag) {
    case primitive(1):
      return { kind: 'email', value: readIa5(reading, node) };
    case primitive(2):
      return { kind: 'DNS', value: readIa5(reading, node) };
    case primitive(6):
      return { kind: 'URI', value: readIa5(reading, node) };
    case primitive(7):
      return { kind: 'IP', octets: hexOf(reading, node) };
    case primitive(8):
      return { kind: 'RID', oid: readOid(reading, node) };
    case constructed(4):
      return { kind: 'Name', value: readOnlyName(reading, node) };
    case constructed(0):
      return readOtherName(reading, node);
    case constructed(3):
      return { kind: 'x400', der: derOf(reading, node) };
    case constructed(5):
      return { kind: 'ediParty', der: derOf(reading, node) };
    default:
      fail(reading, node.range.start, 'a name of a kind that does not exist');
      return { kind: 'x400', der: '' };
  }
}

function readOnlyName(reading: Reading, node: DerNode): DistinguishedName {
  const parts = open(reading, node, constructed(4), 'a directory name');
  const name = readName(reading, take(reading, parts, [TAG.sequence], 'a directory name'));
  close(reading, parts);
  return name;
}

function readOtherName(reading: Reading, node: DerNode): GeneralName {
  const [type, value] = node.parts;
  if (!type || !value) {
    fail(reading, node.range.start, 'another name without type or value');
    return { kind: 'x400', der: '' };
  }
  return {
    kind: 'otherName',
    oid: readOidPart(reading, type, 'the type of a name'),
    der: derOf(reading, value),
  };
}

/** Reads GeneralNames, whatever tag stands around them; a fault where there is none. */
export function readGeneralNames(reading: Reading, node: DerNode): readonly GeneralName[] {
  if (node.parts.length === 0) fail(reading, node.range.start, 'a list of names that is empty');
  return node.parts.map((part) => readGeneralName(reading, part));
}
