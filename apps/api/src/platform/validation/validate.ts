import { Body, Param, type PipeTransform, Query } from '@nestjs/common';
import { type $ZodType, type output, safeParse } from 'zod/v4/core';
import { AppError } from '../errors/app-error.ts';

/** Where a value is wrong and why; never the value itself, which may be a secret. */
export interface FieldProblem {
  path: string;
  problem: string;
}

/** Parses `value` or throws `validation_failed` with one FieldProblem per fault. */
export function parseOrThrow<Schema extends $ZodType>(schema: Schema, value: unknown): output<Schema> {
  const result = safeParse(schema, value);
  if (result.success) return result.data;
  const details = result.error.issues
    .slice(0, 20)
    .map((issue): FieldProblem => ({ path: issue.path.join('.'), problem: issue.message }));
  throw new AppError('validation_failed', 'Some fields are not right', details);
}

class SchemaPipe implements PipeTransform {
  constructor(private readonly schema: $ZodType) {}

  transform(value: unknown): unknown {
    return parseOrThrow(this.schema, value);
  }
}

/** `@ValidBody(schema)`, `@ValidQuery(schema)`, `@ValidParam(schema)`: the parameter as the contract gives it, or `validation_failed`. */
export const ValidBody = (schema: $ZodType): ParameterDecorator => Body(new SchemaPipe(schema));
export const ValidQuery = (schema: $ZodType): ParameterDecorator => Query(new SchemaPipe(schema));
export const ValidParam = (schema: $ZodType): ParameterDecorator => Param(new SchemaPipe(schema));
