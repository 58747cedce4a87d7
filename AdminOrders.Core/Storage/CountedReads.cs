using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AdminOrders.Core.Storage;

/// <summary>Counts what EF Core reads, as everything else that reads is counted; see <see cref="StorageMeter"/>.</summary>
internal sealed class CountedReads : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        StorageMeter.Reads.Add(1);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        StorageMeter.Reads.Add(1);
        return new(result);
    }
}
