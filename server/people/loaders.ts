import { byId, listBy } from '../lib/loader.ts'
import { GrantModel, PersonModel, UnitModel, type GrantDoc, type PersonDoc, type UnitDoc } from './model.ts'

export const peopleLoaders = () => ({
  person: byId<PersonDoc>(PersonModel),
  unit: byId<UnitDoc>(UnitModel),
  /** Grants of a person: a handful, and those are what policies need. */
  grantsOf: listBy<GrantDoc>(GrantModel, 'person'),
})
