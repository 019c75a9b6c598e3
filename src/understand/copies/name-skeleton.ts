// Where the comparison of copies looks for skeletons of names; they are made in lib, for the authorities too.

export { isOneName, skeletonOf, spellsNames } from '../../lib/name-skeleton.ts'
