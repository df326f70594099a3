import { PERSONA_CATEGORIES, type PersonaCategory } from '../persona-categories.ts';
import * as z from '../zod.ts';

export const personaCategory = z.enum(Object.keys(PERSONA_CATEGORIES) as [PersonaCategory, ...PersonaCategory[]]);
