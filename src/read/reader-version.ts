/** Name and version of the reader, kept with every reading. To be raised whenever readings would come out otherwise. */
export const READER = 'dragoman-reader 2'
