import { expect, test } from '@jest/globals';
import { Decimal128, doc, Int32, ObjectId } from '../../server/store/bson/value.ts';
import type { Doc } from '../../server/store/bson/value.ts';
import { matcher } from '../../server/store/query/match.ts';

const fits = (schema: unknown, d: unknown): boolean => matcher(doc({ $jsonSchema: schema }))(doc(d as Record<string, unknown>));

/** A schema, documents that fit it, documents that do not. */
const CASES: [string, unknown, unknown[], unknown[]][] = [
  ['required and bsonType', { bsonType: 'object', required: ['a'], properties: { a: { bsonType: 'string' } } }, [{ a: 'x' }], [{}, { a: 1 }]],
  ['several types, number for all four', { properties: { a: { bsonType: ['number', 'null'] } } }, [{ a: 1 }, { a: 1n }, { a: 1.5 }, { a: Decimal128.fromString('1') }, { a: null }, {}], [{ a: '1' }]],
  ['JSON types', { properties: { a: { type: 'boolean' }, b: { type: ['array', 'object'] } } }, [{ a: true, b: [] }, { b: {} }], [{ a: 1 }, { b: 'x' }]],
  ['ranges, exclusive or not; other types pass', { properties: { a: { minimum: 1, maximum: 3, exclusiveMaximum: true } } }, [{ a: 1 }, { a: 2.9 }, { a: 'x' }], [{ a: 0 }, { a: 3 }]],
  ['multipleOf', { properties: { a: { multipleOf: 3 } } }, [{ a: 6 }, { a: 9n }], [{ a: 7 }, { a: 1.5 }]],
  ['lengths count characters, patterns search', { properties: { s: { minLength: 2, maxLength: 3, pattern: 'b' } } }, [{ s: 'ab' }, { s: '😀b' }], [{ s: 'b' }, { s: 'abcd' }, { s: 'aa' }]],
  ['items for all, for each place, and the rest', { properties: { l: { items: { bsonType: 'int' } }, p: { items: [{ bsonType: 'int' }], additionalItems: false } } }, [{ l: [1, 2], p: [1] }, { p: [] }], [{ l: [1, 'x'] }, { p: [1, 2] }, { p: ['x'] }]],
  ['sizes and uniqueness of arrays, whatever the order of fields', { properties: { l: { minItems: 1, maxItems: 2, uniqueItems: true } } }, [{ l: [1, 2] }], [{ l: [] }, { l: [1, 2, 3] }, { l: [{ a: 1, b: 2 }, { b: 2, a: 1 }] }]],
  ['additionalProperties with properties and patterns', { properties: { _id: {} }, patternProperties: { '^x': { bsonType: 'int' } }, additionalProperties: false }, [{ _id: 1, x1: 1 }], [{ y: 1 }, { x: 'no' }]],
  ['dependencies on fields and on schemas', { dependencies: { a: ['b'], c: { required: ['d'] } } }, [{ a: 1, b: 1 }, { c: 1, d: 1 }, {}], [{ a: 1 }, { c: 1 }]],
  ['enum, allOf, anyOf, oneOf, not', { properties: { e: { enum: [1, 'x', { a: 1, b: 2 }] }, o: { oneOf: [{ minimum: 5 }, { maximum: 7 }] }, n: { not: { bsonType: 'string' } }, y: { anyOf: [{ minimum: 9 }, { bsonType: 'string' }] }, z: { allOf: [{ minimum: 1 }, { maximum: 2 }] } } }, [{ e: { b: 2, a: 1 } }, { o: 4 }, { n: 1 }, { y: 's' }, { z: 2 }], [{ e: 2 }, { o: 6 }, { n: 's' }, { y: 1 }, { z: 3 }]],
  ['nested documents and counts of fields', { minProperties: 1, maxProperties: 2, properties: { a: { properties: { b: { bsonType: 'objectId' } } } } }, [{ a: { b: new ObjectId() } }, { a: 1 }], [{}, { a: { b: 1 } }, { x: 1, y: 2, z: 3 }]],
];

test.each(CASES)('$jsonSchema: %s', (_, schema, good, wrong) => {
  expect(good.map((d) => fits(schema, d))).toEqual(good.map(() => true));
  expect(wrong.map((d) => fits(schema, d))).toEqual(wrong.map(() => false));
});

test('what MongoDB refuses in a schema is refused', () => {
  for (const schema of [{ surprise: 1 }, { $ref: '#' }, { type: 'integer' }, { type: 'object', bsonType: 'object' }, { required: [] }, { enum: [] }, { minimum: 'x' }, { exclusiveMinimum: true }, { properties: 1 }, { bsonType: 'unknown' }, { minLength: -1 }, { multipleOf: 0 }]) {
    expect(() => fits(schema, {})).toThrow();
  }
  expect(fits({ title: 'a', description: 'b' }, { a: new Int32(1) } as unknown as Doc)).toBe(true);
});
