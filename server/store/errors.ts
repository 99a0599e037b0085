/** Names of the MongoDB error codes this store answers with. */
const NAMES: Record<number, string> = {
  1: 'InternalError', 2: 'BadValue', 8: 'UnknownError', 9: 'FailedToParse', 11: 'UserNotFound', 13: 'Unauthorized', 14: 'TypeMismatch', 15: 'Overflow',
  17: 'ProtocolError', 20: 'IllegalOperation', 22: 'InvalidBSON', 26: 'NamespaceNotFound', 27: 'IndexNotFound', 28: 'PathNotViable',
  40: 'ConflictingUpdateOperators', 43: 'CursorNotFound', 48: 'NamespaceExists', 50: 'MaxTimeMSExpired', 52: 'DollarPrefixedFieldName',
  54: 'NotSingleValueField', 56: 'EmptyFieldName', 57: 'DottedFieldName', 59: 'CommandNotFound', 66: 'ImmutableField',
  67: 'CannotCreateIndex', 68: 'IndexAlreadyExists', 72: 'InvalidOptions', 73: 'InvalidNamespace', 85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict', 91: 'ShutdownInProgress', 100: 'UnsatisfiableWriteConcern', 112: 'WriteConflict', 115: 'CommandNotSupported',
  117: 'ConflictingOperationInProgress', 121: 'DocumentValidationFailure', 146: 'ExceededMemoryLimit', 136: 'CappedPositionLost', 161: 'IncompatibleCollationVersion', 166: 'CommandNotSupportedOnView', 167: 'OptionNotSupportedOnView',
  168: 'InvalidPipelineOperator', 171: 'CannotIndexParallelArrays', 197: 'InvalidIndexSpecificationOption', 206: 'NoSuchSession',
  224: 'QueryFeatureNotAllowed', 225: 'TransactionTooOld', 239: 'SnapshotTooOld', 241: 'ConversionFailure', 244: 'TransactionAborted', 251: 'NoSuchTransaction', 256: 'TransactionCommitted',
  263: 'OperationNotSupportedInTransaction', 290: 'TransactionExceededLifetimeLimitSeconds', 292: 'QueryExceededMemoryLimitNoDiskUseAllowed',
  322: 'APIVersionError', 323: 'APIStrictError', 352: 'UnsupportedOpQueryCommand', 11000: 'DuplicateKey', 10003: 'CannotGrowDocumentInCappedNamespace', 10334: 'BSONObjectTooLarge', 11600: 'InterruptedAtShutdown', 11601: 'Interrupted', 14031: 'OutOfDiskSpace',
};

/** An error that is answered to the client as MongoDB would: code, name, message, labels and extra fields. */
export class StoreError extends Error {
  code: number;
  codeName: string;
  labels: string[];
  extra: Record<string, unknown>;

  constructor(code: number, message: string, extra: Record<string, unknown> = {}, labels: string[] = []) {
    super(message);
    this.code = code;
    this.codeName = NAMES[code] ?? `Location${code}`;
    this.extra = extra;
    this.labels = labels;
  }
}

/** Refuses with a MongoDB error code. */
export function fail(code: number, message: string, extra?: Record<string, unknown>, labels?: string[]): never {
  throw new StoreError(code, message, extra, labels);
}
