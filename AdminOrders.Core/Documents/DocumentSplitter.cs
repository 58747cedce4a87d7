using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace AdminOrders.Core.Documents;

/// <summary>Reads a file of documents as a stream: gzip or plain, UTF-8 with or without a byte order mark.</summary>
internal static class DocumentSplitter
{
    private const int ChunkSize = 128 * 1024;

    /// <summary>The documents in the order of the file. What cannot be one is a slice with a problem; nothing throws for what the file holds.</summary>
    public static async IAsyncEnumerable<DocumentSlice> Split(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var content = await Open(file, cancellationToken);
        var scanner = new DocumentScanner();
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            while (await Read(content, chunk, cancellationToken) is var read && read != 0)
            {
                if (read < 0)
                {
                    yield return new DocumentSlice(scanner.Line, default, DocumentProblem.DamagedArchive);
                    yield break;
                }

                foreach (var slice in scanner.Feed(chunk.AsSpan(0, read)))
                {
                    yield return slice;
                }

                if (scanner.IsOtherEncoding)
                {
                    yield break;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        foreach (var slice in scanner.Finish())
        {
            yield return slice;
        }
    }

    private static async Task<Stream> Open(Stream file, CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(file, new StreamPipeReaderOptions(bufferSize: ChunkSize, leaveOpen: true));
        var beginning = await pipe.ReadAtLeastAsync(2, cancellationToken);
        var isGzip = IsGzip(beginning.Buffer);
        pipe.AdvanceTo(beginning.Buffer.Start);
        return isGzip ? new GZipStream(pipe.AsStream(), CompressionMode.Decompress) : pipe.AsStream();
    }

    private static bool IsGzip(ReadOnlySequence<byte> beginning)
    {
        Span<byte> magic = stackalloc byte[2];
        if (beginning.Length < magic.Length)
        {
            return false;
        }

        beginning.Slice(0, magic.Length).CopyTo(magic);
        return magic.SequenceEqual<byte>([0x1F, 0x8B]);
    }

    // -1: the compressed file is damaged.
    private static async ValueTask<int> Read(Stream content, byte[] chunk, CancellationToken cancellationToken)
    {
        try
        {
            return await content.ReadAsync(chunk, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return -1;
        }
    }
}
