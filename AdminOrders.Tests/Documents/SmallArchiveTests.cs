using System.IO.Compression;
using System.Text;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;
using AdminOrders.Tests.Trials;

namespace AdminOrders.Tests.Documents;

/// <summary>What a file takes of the process's memory, measured while nobody else takes any.</summary>
[Collection(nameof(Alone))]
public sealed class SmallArchiveTests
{
    [Fact]
    public async Task A_small_archive_of_a_huge_document_is_refused_in_bounded_memory()
    {
        await using var store = await TestStore.Open();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var result = await store.Get<OrderImport>().Run(new MemoryStream(Bomb(megabytes: 400)), Actor.System);

        Assert.Equal((1, DocumentProblem.TooLarge), (result.Failed, result.Errors[0].Problem));
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 200 * 1024 * 1024);
    }

    private static byte[] Bomb(int megabytes)
    {
        using var archive = new MemoryStream();
        using (var content = new GZipStream(archive, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = Encoding.ASCII.GetBytes(new string('0', 1024 * 1024));
            content.Write("{\"value\":\""u8);
            for (var written = 0; written < megabytes; written++)
            {
                content.Write(zeros);
            }

            content.Write("\"}"u8);
        }

        return archive.ToArray();
    }
}
