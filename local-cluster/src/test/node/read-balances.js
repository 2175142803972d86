// Usage: node read-balances.js BOOTSTRAP SCHEMA_FILE COUNT
// Prints COUNT messages of credits.balances, one JSON object a line.
import { readFileSync } from 'node:fs';
import avro from 'avsc';
import { Kafka, logLevel } from 'kafkajs';

const HEADER_BYTES = 10; // the marker C3 01 and the schema's fingerprint

// Avro has no number type for decimals; as text they stay exact.
class Decimal extends avro.types.LogicalType {
  constructor(schema, options) {
    super(schema, options);
    this.scale = schema.scale;
  }

  _fromValue(bytes) {
    const hex = bytes.toString('hex') || '00';
    const unscaled = BigInt.asIntN(8 * Math.max(bytes.length, 1), BigInt('0x' + hex));
    const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(this.scale + 1, '0');
    const point = digits.length - this.scale;
    return (unscaled < 0n ? '-' : '') + digits.slice(0, point) + '.' + digits.slice(point);
  }
}

class Timestamp extends avro.types.LogicalType {
  _fromValue(millis) {
    return new Date(millis).toISOString();
  }
}

const [bootstrap, schemaFile, count] = process.argv.slice(2);
const balance = avro.Type.forSchema(JSON.parse(readFileSync(schemaFile, 'utf8')), {
  logicalTypes: { decimal: Decimal, 'timestamp-millis': Timestamp },
});

const kafka = new Kafka({ brokers: [bootstrap], logLevel: logLevel.ERROR });
const consumer = kafka.consumer({ groupId: 'lms' });
await consumer.connect();
await consumer.subscribe({ topic: 'credits.balances', fromBeginning: true });
let left = Number(count);
await consumer.run({
  eachMessage: async ({ message }) => {
    if (left === 0) return;
    if (message.value.readUInt16BE(0) !== 0xc301) throw new Error('not single-object encoding');
    const value = balance.fromBuffer(message.value.subarray(HEADER_BYTES));
    console.log(JSON.stringify({ key: message.key.toString(), ...value }));
    left -= 1;
    if (left === 0) setImmediate(() => consumer.disconnect().then(() => process.exit(0)));
  },
});
