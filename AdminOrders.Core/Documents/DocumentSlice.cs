namespace AdminOrders.Core.Documents;

/// <summary>One document of a file, not parsed yet.</summary>
/// <param name="Line">Line on which it starts, from 1.</param>
/// <param name="Json">Its bytes; empty where <paramref name="Problem"/> says why there are none.</param>
internal readonly record struct DocumentSlice(long Line, ReadOnlyMemory<byte> Json, DocumentProblem? Problem = null);
